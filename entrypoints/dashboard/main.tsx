document.title = '秒回';

export {};
